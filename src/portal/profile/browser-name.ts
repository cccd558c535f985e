/** A browser's name and system in the few words that people know it by, from its User-Agent; empty if it says nothing known. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(([sign]) => userAgent.includes(sign))?.[1];
  const system = systems.find(([sign]) => userAgent.includes(sign))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' · ');
}

/** In this order: most browsers also call themselves by the names below their own. */
const browsers: [string, string][] = [
  ['Edg', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Vivaldi', 'Vivaldi'], ['Firefox/', 'Firefox'], ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari'],
];
const systems: [string, string][] = [
  ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux'],
];
