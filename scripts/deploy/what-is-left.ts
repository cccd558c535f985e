import type { Settings } from '../../src/settings.ts';

/** The steps that only the domain's owner can take, in order. Enabling Email Routing moves the domain's mail, so no script does it. */
export function whatIsLeft({ supportAddress, publicUrl, admins }: Settings): string {
  const domain = supportAddress.split('@')[1] ?? '';
  return `
The Worker is deployed. Left to do once, if not done before:

1. Letters out:   npx wrangler email sending enable ${domain}
2. Mail in:       npx wrangler email routing enable ${domain}
                  This moves the mail of ${domain} to Cloudflare. If people have mailboxes there, read "Deploy" in the README first.
3. Reply keys:    dash.cloudflare.com → ${domain} → Email → Email Routing → Settings → switch on "Subaddressing"
4. The rule:      npx wrangler email routing rules create ${domain} --name Vorgang --match-type literal --match-field to \\
                    --match-value ${supportAddress} --action-type worker --action-value vorgang
5. Letters' fate: npx wrangler queues subscription create vorgang-letters --source email.sending --domain ${domain} --zone-id ZONE_ID \\
                    --events message.delivered,message.deferred,message.bounced,message.failed,message.rejected,message.complained
                  ZONE_ID stands on the domain's overview page. Without this step letters stay "handed over", and bounces are only heard of by mail.
6. First admin:   open ${publicUrl}/password/forgotten, enter ${admins[0] ?? 'the address in ADMINS'}, follow the mailed link.

Then write a mail to ${supportAddress}.
`;
}
