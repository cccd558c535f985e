// Signs in with a passkey, and makes new ones. Its buttons are hidden until this runs in a browser that can do it.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const post = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  if (!answer.ok) throw new Error(String(answer.status));
  if (answer.redirected) location.assign(answer.url);
  return answer.json();
};

const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const waysOf = {
  'sign-in': async (box) => {
    const options = await post(`/sign-in/passkey/options?next=${encodeURIComponent(box.dataset.next)}`);
    const found = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) } });
    const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
    const response = { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), ...(userHandle ? { userHandle: text(userHandle) } : {}) };
    const { to } = await post('/sign-in/passkey', { id: found.id, rawId: text(found.rawId), type: found.type, response });
    location.assign(to);
  },
  add: async (box) => {
    const options = await post('/profile/security/passkeys/options');
    const user = { ...options.user, id: bytes(options.user.id) };
    const made = await navigator.credentials.create({ publicKey: { ...options, user, challenge: bytes(options.challenge), excludeCredentials: known(options.excludeCredentials) } });
    const response = { clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject), transports: made.response.getTransports?.() ?? [] };
    const name = box.querySelector('input')?.value ?? '';
    const { to } = await post('/profile/security/passkeys', { name, answer: { id: made.id, rawId: text(made.rawId), type: made.type, response } });
    location.assign(to);
  },
};

for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  box.hidden = false;
  const button = box.querySelector('button');
  const said = box.querySelector('.error');
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.hidden = true;
    try {
      await waysOf[box.dataset.passkey](box);
    } catch {
      said.textContent = box.dataset.failed;
      said.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}
