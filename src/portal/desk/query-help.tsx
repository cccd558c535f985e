import { onceALanguage } from '../parts/once-a-language.tsx';

/** What can be typed into the desk's search, by examples that can be tried. */
export const QueryHelp = onceALanguage(({ text }) => {
  const words = text.portal.query;
  return (
    <details class="query-help">
      <summary>{words.help}</summary>
      <p>{words.lead}</p>
      <dl>
        {words.examples.map(([example, meaning]) => (
          <div>
            <dt><a href={`/desk?${new URLSearchParams({ q: example })}`}><code>{example}</code></a></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
});
