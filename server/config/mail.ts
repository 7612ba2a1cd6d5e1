// The part of the configuration that names the body's mail server. None is the default: then nothing is ever mailed.
// Read by ../config.ts only, which alone sees the environment. The password in the address is handed to the mailer and to nothing else.
import { z } from "zod";

export interface MailConfig {
  /** smtp:// (encrypted by STARTTLS where the server offers it) or smtps://, with user and password where it asks for them. */
  readonly url: string;
  /** Who writes: an address, or a name with it: `Bacheca <bacheca@example.org>`. */
  readonly from: string;
}

export const mailEnvironment = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./ }).optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/)
    .optional(),
};

type MailValues = z.output<z.ZodObject<typeof mailEnvironment>>;

/** Throws where only one of the two is given. */
export function mailOf({ SMTP_URL: url, SMTP_FROM: from }: MailValues): MailConfig | null {
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined)
    throw new Error("Configuration not understood. SMTP_URL and SMTP_FROM are given together.");
  return { url, from };
}
