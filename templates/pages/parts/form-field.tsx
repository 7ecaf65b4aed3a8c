/** A field of a form: label, hint and error are bound to it, so that everybody hears what belongs together. */
import type { InputHTMLAttributes, VNode } from 'preact';
import { Icon } from './icon.tsx';

type InputFieldProps = {
  id: string;
  name: string;
  label: string;
  hint: string;
  error?: string | undefined;
  input: InputHTMLAttributes<HTMLInputElement>;
};

/** One line of input. The hint stands before the field, the error after it. */
export function InputField({ id, name, label, hint, error, input }: InputFieldProps): VNode {
  const describedBy = `${id}-hint${error ? ` ${id}-error` : ''}`;
  return (
    <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      <div class="kern-hint" id={`${id}-hint`}>
        {hint}
      </div>
      <input
        {...input}
        class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}${input.class ? ` ${input.class}` : ''}`}
        id={id}
        name={name}
        aria-describedby={describedBy}
        {...(error && { 'aria-invalid': 'true' as const })}
      />
      {error && (
        <p class="kern-error" id={`${id}-error`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  );
}

type SelectFieldProps = {
  id: string;
  name: string;
  label: string;
  hint: string;
  options: { value: string; label: string }[];
  selected: string;
};

/** One of several, the likeliest chosen beforehand. */
export function SelectField({ id, name, label, hint, options, selected }: SelectFieldProps): VNode {
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={id}>
        {label}
      </label>
      <div class="kern-hint" id={`${id}-hint`}>
        {hint}
      </div>
      <div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" id={id} name={name} aria-describedby={`${id}-hint`}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === selected}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

type RadioGroupProps = {
  name: string;
  legend: string;
  options: Record<string, string>;
  chosen?: string | undefined;
  error?: string | undefined;
};

/** One of a few; none is chosen beforehand unless somebody has chosen it. An error leads here by the group's name. */
export function RadioGroup({ name, legend, options, chosen, error }: RadioGroupProps): VNode {
  return (
    <fieldset
      class={`kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      id={name}
      {...(error && { 'aria-describedby': `${name}-error` })}
    >
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {Object.entries(options).map(([value, label]) => (
          <div class="kern-form-check">
            <input
              class="kern-form-check__radio"
              id={`${name}-${value}`}
              name={name}
              type="radio"
              value={value}
              checked={value === chosen}
            />
            <label class="kern-label" for={`${name}-${value}`}>
              {label}
            </label>
          </div>
        ))}
      </div>
      {error && (
        <p class="kern-error" id={`${name}-error`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </fieldset>
  );
}
