import { type Colour, png } from '../../test/support/picture.ts';
import { glyph } from './pixel-font.ts';

/** An error dialog. `kind` is its mark: a red cross or a yellow triangle. */
export type Dialog = { title: string; lines: string[]; kind?: 'error' | 'warning'; button?: string };

const desktop: Colour = [214, 223, 234];
const paper: Colour = [250, 250, 250];
const ink: Colour = [32, 36, 42];
const white: Colour = [255, 255, 255];
const bar: Colour = [38, 84, 150];
const grey: Colour = [222, 224, 228];
const red: Colour = [200, 44, 44];
const yellow: Colour = [228, 170, 20];

const LINE = 22;

/** The dialog on a piece of desktop, as somebody's screenshot of it. */
export function screenshot(dialog: Dialog): Uint8Array {
  const width = 170 + 12 * Math.max(26, dialog.title.length, ...dialog.lines.map((line) => line.length));
  const height = 150 + dialog.lines.length * LINE;
  const canvas = new Canvas(width, height, desktop);
  canvas.box(24, 20, width - 48, height - 40, [120, 130, 145]);
  canvas.box(25, 21, width - 50, height - 42, paper);
  canvas.box(25, 21, width - 50, 28, bar);
  canvas.write(dialog.title, 36, 28, white);
  canvas.write('x', width - 46, 27, white);

  const mark = dialog.kind === 'warning' ? yellow : red;
  canvas.disc(64, 84, 19, mark);
  canvas.write('!', 59, 77, white);
  dialog.lines.forEach((line, at) => canvas.write(line, 100, 72 + at * LINE, ink));

  const button = dialog.button ?? 'OK';
  canvas.box(width - 150, height - 60, 110, 28, [150, 155, 165]);
  canvas.box(width - 149, height - 59, 108, 26, grey);
  canvas.write(button, width - 95 - button.length * 6, height - 53, ink);
  return png(width, height, (x, y) => canvas.at(x, y));
}

class Canvas {
  readonly width: number;
  readonly pixels: Colour[];

  constructor(width: number, height: number, colour: Colour) {
    this.width = width;
    this.pixels = new Array<Colour>(width * height).fill(colour);
  }

  at(x: number, y: number): Colour {
    return this.pixels[y * this.width + x] ?? desktop;
  }

  box(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = top; y < top + height; y++) this.pixels.fill(colour, y * this.width + left, y * this.width + left + width);
  }

  disc(x: number, y: number, radius: number, colour: Colour): void {
    for (let dy = -radius; dy <= radius; dy++) {
      const half = Math.round(Math.sqrt(radius * radius - dy * dy));
      this.box(x - half, y + dy, 2 * half + 1, 1, colour);
    }
  }

  /** Each dot of the font is two pixels wide and high. */
  write(text: string, left: number, top: number, colour: Colour): void {
    [...text].forEach((character, place) => {
      glyph(character).forEach((column, x) => {
        for (let y = 0; y < 8; y++) if ((column >> y) & 1) this.box(left + place * 12 + x * 2, top + y * 2, 2, 2, colour);
      });
    });
  }
}
