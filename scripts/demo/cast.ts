/** Who appears in the demo. Customers' firms live under `.example`, so no mail of theirs can ever reach anybody. */

export type AgentKey = 'anna' | 'jonas' | 'sofia';

/** Agents are at the desk's own domain. */
export const agents: Record<AgentKey, { name: string; mailbox: string; greets: { de: string; en: string } }> = {
  anna: { name: 'Anna Berger', mailbox: 'anna.berger', greets: { de: 'Viele Grüße\nAnna Berger', en: 'Kind regards\nAnna Berger' } },
  jonas: { name: 'Jonas Winter', mailbox: 'jonas.winter', greets: { de: 'Beste Grüße\nJonas Winter', en: 'Best regards\nJonas Winter' } },
  sofia: { name: 'Sofia Marin', mailbox: 'sofia.marin', greets: { de: 'Freundliche Grüße\nSofia Marin', en: 'Kind regards\nSofia Marin' } },
};

const people = {
  krause: ['Sabine Krause', 'sabine.krause@mueller-maschinenbau.example'],
  vogt: ['Thomas Vogt', 'thomas.vogt@mueller-maschinenbau.example'],
  lindner: ['Ute Lindner', 'ute.lindner@mueller-maschinenbau.example'],
  mueller: ['Gerd Müller', 'gerd.mueller@mueller-maschinenbau.example'],
  hartmann: ['Dr. Michael Hartmann', 'm.hartmann@kanzlei-hartmann.example'],
  kolb: ['Nadine Kolb', 'n.kolb@kanzlei-hartmann.example'],
  schoene: ['Peter Schöne', 'p.schoene@stadtwerke-lindental.example'],
  boehm: ['Katrin Böhm', 'k.boehm@stadtwerke-lindental.example'],
  yildiz: ['Emre Yıldız', 'e.yildiz@stadtwerke-lindental.example'],
  weiss: ['Birgit Weiß', 'weiss@praxis-weiss.example'],
  ott: ['Carolin Ott', 'empfang@praxis-weiss.example'],
  petersen: ['Holger Petersen', 'petersen@nordkai.example'],
  claasen: ['Jana Claasen', 'claasen@nordkai.example'],
  hughes: ['Emma Hughes', 'emma.hughes@northfield.example'],
  reed: ['Oliver Reed', 'oliver.reed@northfield.example'],
  patel: ['Arjun Patel', 'arjun.patel@northfield.example'],
  nair: ['Priya Nair', 'priya@brightwater.example'],
  ashworth: ['Tom Ashworth', 'tom@brightwater.example'],
  finch: ['Charlotte Finch', 'c.finch@alderfinch.example'],
  okafor: ['Daniel Okafor', 'd.okafor@alderfinch.example'],
  promo: ['Rank Booster', 'sales@seo-offers.example'],
  doyle: ['Megan Doyle', 'megan@harbour-dental.example'],
} as const;

export type CustomerKey = keyof typeof people;
export type Customer = { name: string; address: string };

export function customer(key: CustomerKey): Customer {
  const [name, address] = people[key];
  return { name, address };
}
