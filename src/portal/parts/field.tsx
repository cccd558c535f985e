/** Form fields with their label, hint and error. What is wrong is said at the field and tied to it for screen readers. */

import type { Child, FC } from 'hono/jsx';

/** What is wrong, by field name. */
export type FieldErrors = Partial<Record<string, string>>;

type Common = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Needed where a page has two fields of the same name. */
  id?: string | undefined;
  required?: boolean | undefined;
  /** The label is for screen readers only, because the surroundings say it. */
  labelHidden?: boolean | undefined;
};

type InputProps = Common & {
  type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'time' | 'date' | undefined;
  value?: string | undefined;
  autocomplete?: string | undefined;
  autofocus?: boolean | undefined;
  placeholder?: string | undefined;
  minlength?: number | undefined;
  maxlength?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** Of the `datalist` with what is often typed. */
  list?: string | undefined;
};

/** One line of text. */
export const Field: FC<InputProps> = (props) => {
  const { label, hint, error, labelHidden, type, ...rest } = props;
  return (
    <Labelled {...props}>
      <input {...rest} {...tied(props)} type={type ?? 'text'} />
    </Labelled>
  );
};

/** Several lines of text; it grows with what is written. */
export const TextArea: FC<Common & { value?: string | undefined; rows?: number | undefined; placeholder?: string | undefined }> = (props) => {
  const { label, hint, error, labelHidden, value, ...rest } = props;
  return (
    <Labelled {...props}>
      <textarea {...rest} {...tied(props)}>{value ?? ''}</textarea>
    </Labelled>
  );
};

/** Files; none is needed. `leaveOut`: how the script calls the way to leave one out again. */
export const FileField: FC<Common & { accept?: string | undefined; leaveOut?: string | undefined }> = (props) => {
  const { label, hint, error, labelHidden, leaveOut, ...rest } = props;
  return (
    <Labelled {...props}>
      <input {...rest} {...tied(props)} type="file" multiple data-leave-out={leaveOut} />
    </Labelled>
  );
};

type Option = { value: string; label: string };

/** One of several. What was sent and is none of them stays chosen, so that nobody sends the first one without having chosen it. */
export const SelectField: FC<Common & { options: Option[]; value?: string | undefined }> = (props) => {
  const { label, hint, error, labelHidden, options, value, ...rest } = props;
  const foreign = value !== undefined && !options.some((option) => option.value === value);
  const shown = foreign ? [{ value, label: value }, ...options] : options;
  return (
    <Labelled {...props}>
      <select {...rest} {...tied(props)}>
        {shown.map((option) => <option value={option.value} selected={option.value === value}>{option.label}</option>)}
      </select>
    </Labelled>
  );
};

const Labelled: FC<Common & { children?: Child }> = ({ name, label, hint, error, id, labelHidden, children }) => (
  <div class={error === undefined ? 'field' : 'field wrong'}>
    <label for={id ?? name} class={labelHidden === true ? 'only-heard' : undefined}>{label}</label>
    {hint !== undefined && <p class="hint" id={`${id ?? name}-hint`}>{hint}</p>}
    {error !== undefined && <p class="error" id={`${id ?? name}-error`}>{error}</p>}
    {children}
  </div>
);

function tied({ name, id, hint, error }: Common) {
  const own = id ?? name;
  const told = [hint === undefined ? '' : `${own}-hint`, error === undefined ? '' : `${own}-error`].filter((one) => one !== '');
  return {
    id: own,
    'aria-describedby': told.length === 0 ? undefined : told.join(' '),
    'aria-invalid': error === undefined ? undefined : 'true',
  };
}
