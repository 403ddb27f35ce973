import { useNavigate } from "@remix-run/react";
import { useCallback, useState } from "react";
import { MAX_ADVISORY_BYTES } from "~/domain/notice/notice";
import { paths } from "~/paths";

const REFUSALS = ["too-large", "unreadable", "without-title", "limit-reached"] as const;
type Refusal = (typeof REFUSALS)[number] | "not-sent";

/** Sends the bytes of a file as they are and goes on to the draft that they became. */
export function useNoticeFile(): {
  isReading: boolean;
  refusal: Refusal | null;
  send(file: File): Promise<void>;
} {
  const navigate = useNavigate();
  const [isReading, setIsReading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCallback(
    async (file: File) => {
      setIsReading(true);
      setRefusal(null);
      const answer = file.size > MAX_ADVISORY_BYTES ? "too-large" : await post(file);
      setIsReading(false);
      if (typeof answer === "string") setRefusal(answer);
      else navigate(paths.notice(answer.id, { unknown: answer.unknown }));
    },
    [navigate],
  );
  return { isReading, refusal, send };
}

type Read = { id: string; unknown: ReadonlyArray<string> };

async function post(file: File): Promise<Read | Refusal> {
  try {
    const response = await fetch(paths.noticeFile(), {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", "X-Requested-With": "cordon" },
      body: file,
    });
    // The answer of our own resource route, which is typed there.
    if (response.ok) return (await response.json()) as Read;
    if (response.status !== 422) return "not-sent";
    const { code } = (await response.json()) as { code: unknown };
    return REFUSALS.find((one) => one === code) ?? "unreadable";
  } catch {
    return "not-sent";
  }
}
