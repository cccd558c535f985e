/** Every sentence a person reads, in both languages. English gives the shape; a missing German one does not compile. */

import type { Language } from '../rules/ticket.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type Text = typeof en;

export function textIn(language: Language): Text {
  return language === 'de' ? de : en;
}
