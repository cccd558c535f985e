import { charsetOfPage } from '../charset-labels.ts';

/** Code pages by the charset numbers of fonts. */
const pages = new Map([[128, 932], [129, 949], [134, 936], [136, 950], [161, 1253], [162, 1254], [163, 1258], [177, 1255], [178, 1256], [186, 1257], [204, 1251], [222, 874], [238, 1250]]);

/** In RTF a byte's code page depends on the font it is shown in. */
export class FontPages {
  readonly standard: string;
  readonly #byFont = new Map<number, string>();
  #font = 0;

  constructor(page: number) {
    this.standard = charsetOfPage(page);
  }

  /** The font table names a font and then its charset, before any text is shown in it. */
  word(word: string, value: number | null): void {
    if (word === 'f') this.#font = value ?? 0;
    const page = word === 'fcharset' ? pages.get(value ?? 0) : undefined;
    if (page !== undefined && this.#byFont.size < 1000) this.#byFont.set(this.#font, charsetOfPage(page));
  }

  pageOf(font: number): string {
    return this.#byFont.get(font) ?? this.standard;
  }
}
