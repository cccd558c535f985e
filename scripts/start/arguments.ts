/** The value of `--name VALUE` or `--name=VALUE`, the last one given; undefined if there is none. */
export function option(args: string[], name: string): string | undefined {
  return options(args, name).at(-1);
}

/** Every value of a repeatable option, also of the form `--name ONE TWO`, in the order given. */
export function options(args: string[], name: string): string[] {
  const values: string[] = [];
  let taking = false;
  for (const arg of args) {
    if (arg.startsWith(`${name}=`)) values.push(arg.slice(name.length + 1));
    else if (taking && !arg.startsWith('-')) values.push(arg);
    taking = arg === name || (taking && !arg.startsWith('-'));
  }
  return values;
}
