import { parseAddress } from '../../rules/address.ts';
import type { Address } from '../../rules/ticket.ts';

/**
 * The addresses of a field in which people type or paste several: separated by commas, semicolons, blanks or lines, also as
 * `Anna Muster <anna@example.com>`. Each once; `wrong` holds what is no address, as typed.
 */
export function readAddresses(typed: string): { addresses: Address[]; wrong: string[] } {
  const addresses = new Set<Address>();
  const wrong: string[] = [];
  for (const piece of pieces(typed)) {
    const address = parseAddress(piece);
    if (address === null) wrong.push(piece);
    else addresses.add(address);
  }
  return { addresses: [...addresses], wrong };
}

function pieces(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .flatMap((part) => {
      const bracketed = /<([^<>]*)>\s*$/.exec(part.trim())?.[1];
      return bracketed === undefined ? part.split(/\s+/) : [bracketed.trim()];
    })
    .filter((piece) => piece !== '');
}
