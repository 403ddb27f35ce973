/** The mark: a drawn line around what is to be kept safe, open at one guarded place. */
export function Mark({ size }: { size: number }) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden
      focusable="false"
    >
      <path
        d="M15.2 3.2H6A2.8 2.8 0 0 0 3.2 6v12A2.8 2.8 0 0 0 6 20.8h12a2.8 2.8 0 0 0 2.8-2.8V8.8"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path d="M18 3.4v.01M20.6 6v.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M12 8v8M8 12h8" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

export function Wordmark({ size = "regular" }: { size?: "regular" | "large" }) {
  return (
    <span className={size === "large" ? "wordmark wordmark-large" : "wordmark"}>
      <Mark size={size === "large" ? 32 : 20} />
      <span>Cordon</span>
    </span>
  );
}
