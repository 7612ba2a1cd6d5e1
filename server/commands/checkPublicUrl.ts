// Whether the public address really leads here, as a phone or a screen would find out: name, line, certificate, and who answers. Called by doctor.
import { lookup } from "node:dns/promises";

/** What stands between the address and this server; null: nothing. */
export type AddressFault = "name" | "refused" | "silent" | "certificate" | "otherProgram" | "fault";

const PATIENCE = 8_000;
const CERTIFICATE = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/;

/** @param publicUrl https, without a path's end */
export async function checkPublicUrl(publicUrl: string): Promise<AddressFault | null> {
  try {
    await lookup(new URL(publicUrl).hostname);
  } catch {
    return "name";
  }
  try {
    const answer = await fetch(`${publicUrl}/api/v1/client`, {
      signal: AbortSignal.timeout(PATIENCE),
      redirect: "manual",
    });
    if (answer.status >= 500) return "fault";
    const said: unknown = await answer.json().catch(() => null);
    const ours = typeof said === "object" && said !== null && "publicUrl" in said && said.publicUrl === publicUrl;
    return ours ? null : "otherProgram";
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): AddressFault {
  const { cause } = error as { readonly cause?: { readonly code?: string } };
  const code = String(cause?.code ?? "");
  if (CERTIFICATE.test(code)) return "certificate";
  if (code === "ECONNREFUSED") return "refused";
  return "silent";
}
