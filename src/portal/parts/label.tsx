import type { FC } from 'hono/jsx';
import { hueOf } from '../../rules/labels.ts';

const HUES = 12;

/** A label in its colour; the word says what it is, the colour only helps the eye. */
export const Label: FC<{ label: string }> = ({ label }) => <span class={`label hue-${hueOf(label, HUES)}`}>{label}</span>;

export const Labels: FC<{ labels: string[] }> = ({ labels }) => (labels.length === 0 ? null : <span class="labels">{labels.map((label) => <Label label={label} />)}</span>);
