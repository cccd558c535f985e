import type { Case } from '../case.ts';
import { business } from './business.ts';
import { devices } from './devices.ts';
import { network } from './network.ts';
import { northfield } from './northfield.ts';
import { odd } from './odd.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { studios } from './studios.ts';

export const cases: Case[] = [...devices, ...network, ...office, ...business, ...people, ...northfield, ...studios, ...odd];
