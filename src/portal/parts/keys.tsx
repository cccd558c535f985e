/** What the keys of the desk need on each page: their help, the palette, and the switch that turns single keys off (WCAG 2.1.4). */

import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { addresses, placeKeys, places, type DeskPlace } from '../desk/desk-places.ts';
import { Button } from './button.tsx';
import { onceALanguage } from './once-a-language.tsx';

type KeysProps = { singleKeys: boolean; here: string; text: Text };

export const Keys: FC<KeysProps> = (props) => (
  <>
    <Said text={props.text} />
    <KeysHelp {...props} />
    <Palette text={props.text} />
    <script src="/keys.js" defer></script>
  </>
);

const Said: FC<{ text: Text }> = ({ text: { portal: { keys, around } } }) => (
  <p class="said" id="said" role="status" data-copied={keys.copied} data-prev={around.ends.newer} data-next={around.ends.older} />
);

const Palette = onceALanguage(({ text }) => {
  const words = text.portal.keys;
  return (
    <dialog class="palette" id="palette" aria-label={words.palette} data-help={words.title} data-search={words.paletteSearch}>
      <input role="combobox" aria-label={words.paletteHint} placeholder={words.paletteHint} aria-controls="actions" aria-expanded="true" aria-autocomplete="list" autocomplete="off" autofocus />
      <ul id="actions" role="listbox" aria-label={words.palette} />
      <div hidden>{places.map((place) => <a href={addresses[place]} data-key={placeKeys[place] ?? ''}>{placeName(place, text)}</a>)}</div>
    </dialog>
  );
});

function placeName(place: DeskPlace, { portal: { views } }: Text): string {
  return place === 'door' || place === 'letters' || place === 'intake' ? views[place] : views.titles[place];
}

const KeysHelp: FC<KeysProps> = ({ singleKeys, here, text }) => {
  const words = text.portal.keys;
  return (
    <dialog class="keys" id="keys-help" aria-labelledby="keys-title">
      <div class="keys-head">
        <h2 id="keys-title">{words.title}</h2>
        <button class="link" type="button" data-close="">{words.close}</button>
      </div>
      <KeyGroups text={text} />
      <KeysSwitch singleKeys={singleKeys} here={here} text={text} />
    </dialog>
  );
};

const KeyGroups = onceALanguage(({ text }) => {
  const words = text.portal.keys;
  return (
    <div class="keys-groups">
      {words.groups.map(({ title, keys, at }) => (
        <section data-at={at}>
          <h3>{title}</h3>
          <dl>{keys.map(([key, does]) => <div data-key={key}><dt>{key.split(' ').map((one) => <kbd>{one === 'Ctrl' ? words.control : one}</kbd>)}</dt><dd>{does}</dd></div>)}</dl>
        </section>
      ))}
    </div>
  );
});

export const KeysSwitch: FC<KeysProps> = ({ singleKeys, here, text }) => {
  const words = text.portal.keys;
  return (
    <form method="post" action="/profile/keys" class="row">
      <input type="hidden" name="to" value={here} />
      <span>{singleKeys ? words.areOn : words.areOff}</span>
      <Button look="plain" name="single" value={singleKeys ? 'off' : 'on'}>{singleKeys ? words.turnOff : words.turnOn}</Button>
    </form>
  );
};
