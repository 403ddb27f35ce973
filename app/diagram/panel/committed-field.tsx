import { type KeyboardEvent, useState } from "react";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";

/** A schema of the domain, as far as a field needs it. */
type Parser<Value> = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Value }
    | { success: false; error: { issues: ReadonlyArray<{ code: string; message: string }> } };
};

type CommittedFieldProps<Value> = {
  name: string;
  label: string;
  value: Value;
  schema: Parser<Value>;
  onCommit(value: Value): void;
  readOnly: boolean;
  hint?: string;
  rows?: number;
  type?: "text" | "number";
  list?: string;
  placeholder?: string;
};

/**
 * A text that becomes a command when the field is left or on Enter, not with every letter. Escape gives up what
 * was typed. What another person changes meanwhile shows as long as nothing is being typed here.
 */
export function CommittedField<Value extends string | number>(props: CommittedFieldProps<Value>) {
  const {
    name,
    label,
    value,
    schema,
    onCommit,
    readOnly,
    hint,
    rows,
    type = "text",
    list,
    placeholder,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [errors, setErrors] = useState<ReadonlyArray<string>>();

  function commit(): void {
    if (typed === null) return;
    const parsed = schema.safeParse(type === "number" ? Number(typed) : typed);
    if (!parsed.success) {
      setErrors(parsed.error.issues.slice(0, 1).map(toErrorCode));
      return;
    }
    setTyped(null);
    setErrors(undefined);
    if (parsed.data !== value) onCommit(parsed.data);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (rows === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
    if (event.key === "Escape" && typed !== null) {
      // The panel would be left too.
      event.stopPropagation();
      setTyped(null);
      setErrors(undefined);
    }
  }

  const field = {
    name,
    label,
    hint,
    errors,
    readOnly,
    placeholder,
    value: typed ?? String(value),
    onBlur: commit,
    onKeyDown,
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
    autoComplete: "off",
  };
  if (rows !== undefined) return <TextArea {...field} rows={rows} />;
  return <TextField {...field} type={type} list={list} />;
}

function toErrorCode({ code, message }: { code: string; message: string }): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(message)) return message;
  return code === "too_big" ? "too-long" : code === "too_small" ? "too-small" : "invalid";
}
