import * as v from 'valibot';
import { SettingsError } from '../../src/settings.ts';
import { reachDesk, type DeskAccess } from './desk-access.ts';
import { Stop } from './stop.ts';

/**
 * Runs a command with access to the desk; what it has to say goes to the terminal, and a key does not stay behind. `check` comes before anything
 * is asked of the desk, and returns what the command works with.
 */
export async function withDesk<Checked>(args: string[], check: () => Checked, command: (desk: DeskAccess, checked: Checked) => Promise<void>): Promise<void> {
  try {
    const checked = check();
    const desk = await reachDesk(args);
    try {
      await command(desk, checked);
    } finally {
      await desk.end().catch(() => console.error('The key could not be ended. It is good for twelve hours, and nobody has it.'));
    }
  } catch (fault) {
    console.error(sentenceFor(fault));
    process.exitCode = 1;
  }
}

/** Throws on what nobody who calls the command can do anything about. */
function sentenceFor(fault: unknown): string {
  if (fault instanceof Stop || fault instanceof SettingsError) return fault.message;
  if (fault instanceof v.ValiError) return 'The desk answers what this command does not understand. It is of another release than this folder.';
  if (fault instanceof Error && 'syscall' in fault && 'path' in fault) return `A file or folder cannot be used: ${fault.message}`;
  throw fault;
}
