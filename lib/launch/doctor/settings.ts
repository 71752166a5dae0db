import { type Env, parseEnv, WrongSetting } from "#lib/env.ts";
import { type Finding, ok, warning, wrong } from "./finding.ts";

type Source = Record<string, string | undefined>;

/** The settings, what is wrong or risky in them, and the settings without what is wrong; null when they cannot do without that. */
export function examineSettings(source: Source): { settings: Env | null; findings: Finding[] } {
  try {
    const settings = parseEnv(source);
    return { settings, findings: examineRisks(settings, source) };
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    const findings = error.message
      .split("\n")
      .filter((line) => !line.startsWith("See "))
      .map((line) => wrong("settings", line, "correct it where you set it; .env.example explains each"));
    return { settings: withoutWrong(source, error.message), findings };
  }
}

function withoutWrong(source: Source, complaint: string): Env | null {
  const names = complaint.match(/^[A-Z_]+(?= must )/gm) ?? [];
  try {
    return parseEnv({ ...source, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    return null;
  }
}

const laptops = /^https?:\/\/(localhost|127\.0\.0\.1)(:|$)/;

function examineRisks(settings: Env, source: Source): Finding[] {
  const { appUrl, secret, logLevel, mailFrom, smtpUrl, metricsAt, sampleDoors, host, trustProxy } = settings;
  const risks: (Finding | false)[] = [
    new Set(secret).size < 12 &&
      warning(
        "settings",
        "AUTH_SECRET has few different characters",
        "make one by `openssl rand -base64 32`, then `npm run migrate`",
      ),
    sampleDoors &&
      host !== "127.0.0.1" &&
      warning(
        "settings",
        `anybody who reaches ${host} can sign in as anybody, by one click`,
        "unset HOST, or set SMTP_URL",
      ),
    !sampleDoors &&
      laptops.test(appUrl) &&
      warning(
        "settings",
        `APP_URL is ${appUrl}: mails link to it, and pages at another address are refused`,
        "set APP_URL to the address that people open",
      ),
    appUrl.startsWith("http:") &&
      !laptops.test(appUrl) &&
      warning(
        "settings",
        "APP_URL is http: sessions travel in the open, and there is no push",
        "put TLS in front and set APP_URL to https://…",
      ),
    appUrl.startsWith("https:") &&
      !trustProxy &&
      warning(
        "settings",
        "APP_URL is https, and TRUST_PROXY is not set: all sign-ins count as the proxy's",
        "set TRUST_PROXY=true if your proxy sets X-Forwarded-For",
      ),
    trustProxy &&
      laptops.test(appUrl) &&
      warning(
        "settings",
        "TRUST_PROXY is true without a proxy: anybody may claim any address",
        "unset TRUST_PROXY",
      ),
    smtpUrl !== undefined &&
      mailFrom.includes("@localhost") &&
      warning(
        "settings",
        "MAIL_FROM is an address at localhost, which mail servers refuse",
        "set MAIL_FROM to a sender of your domain",
      ),
    logLevel === "debug" &&
      warning("settings", "LOG_LEVEL is debug: many lines", "set LOG_LEVEL=info once you have found it"),
    logLevel === "silent" &&
      warning("settings", "LOG_LEVEL is silent: nobody will know what failed", "set LOG_LEVEL=warn or info"),
    metricsAt !== null &&
      !["127.0.0.1", "::1", "localhost"].includes(metricsAt.host) &&
      warning(
        "settings",
        `metrics can be read by anyone who reaches ${metricsAt.host}`,
        "let only your Prometheus reach METRICS_PORT",
      ),
  ];
  const found = risks.filter((risk) => risk !== false);
  if (found.length > 0) return found;
  return [
    ok(
      "settings",
      `right, for ${source.DATABASE_URL || source.DATABASE_APP_URL ? "a database of yours" : "the embedded database"} and ${appUrl}`,
    ),
  ];
}
