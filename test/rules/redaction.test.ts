import { describe, expect, test } from 'vitest';
import { redactHtml } from '../../src/mail-html/redact.ts';
import { filesFor } from '../../src/rules/access.ts';
import { redact, takeOut } from '../../src/rules/redaction.ts';
import type { Attachment } from '../../src/rules/ticket.ts';
import { annaTheAgent, anArticle, aTicket, everywhere, maxTheCustomer } from '../support/builders.ts';

const asked = { passages: ['Sommer2024!'], survivor: null, html: null };
const article = anArticle({ text: 'Passwort: Sommer2024!' });
const file: Attachment = { id: 'f', name: 'zugang.txt', type: 'text/plain', size: 1, key: 'files/f', contentId: null };

describe('a passage', () => {
  test.each([
    ['Passwort: Sommer2024! Danke', ['Sommer2024!'], 'Passwort: █████ Danke'],
    ['PIN 4711, Telefon 0231 47110', ['4711'], 'PIN █████, Telefon 0231 47110'],
    ['a.b und axb', ['a.b'], '█████ und axb'],
    ['x !"#$%&()*+,-./:;<=>?@[\\]^_`{|}~ y', ['!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'], 'x █████ y'],
    ['geheim und geheim1', ['geheim', 'geheim1'], '█████ und █████'],
    ['zweimal geheim, geheim', ['geheim'], 'zweimal █████, █████'],
  ])('of %j is taken out wherever it stands, and nothing else (S18)', (text, passages, left) => {
    expect(takeOut(text, passages)).toBe(left);
  });
});

describe('an agent', () => {
  test('takes passages out of a text, its HTML and its invitation (S18)', () => {
    expect(redact(aTicket(), { ...article, html: '<p>x', look: 'rich' }, { ...asked, html: '<p>y' }, annaTheAgent())).toEqual({
      kind: 'changes',
      changes: [{ kind: 'redacted', article: 1, text: 'Passwort: █████', html: '<p>y', look: 'rich', invitation: null }],
    });
  });

  test('is told where there is no such passage, no such article, or the ticket is part of another (S18)', () => {
    expect(redact(aTicket(), article, { ...asked, passages: ['Winter'] }, annaTheAgent())).toEqual({ kind: 'refusal', refusal: 'notInText' });
    expect(redact(aTicket(), null, asked, annaTheAgent())).toEqual({ kind: 'refusal', refusal: 'notFound' });
    expect(redact(aTicket({ mergedInto: 7 }), article, asked, annaTheAgent())).toEqual({ kind: 'refusal', refusal: 'merged' });
    expect(redact(aTicket({ mergedInto: 7 }), article, { ...asked, survivor: 7 }, annaTheAgent())).toMatchObject({ kind: 'changes', changes: [{ kind: 'redacted' }] });
  });

  test('alone may do so (S18, SW13)', () => {
    expect(redact(aTicket(), article, asked, maxTheCustomer())).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
  });
});

test('nobody has the files of a redacted text (S18)', () => {
  const redacted = anArticle({ attachments: [file], redacted: true });

  expect(filesFor({ address: redacted.by.address, role: 'requester', reach: everywhere }, redacted)).toEqual([]);
  expect(filesFor({ address: annaTheAgent().address, role: 'admin', reach: everywhere }, redacted)).toEqual([]);
});

describe('the HTML of a mail', () => {
  test.each([
    ['<p>Passwort: <b>Sommer2024!</b></p>', '<p>Passwort: <b>█████</b></p>'],
    ['<p title="Sommer2024!">x</p>', '<p>x</p>'],
    ['<a href="mailto:a@b.example?body=a%C3%A4%20b">x</a>', '<a>x</a>'],
    ['<p>x<!-- Sommer2024! --></p>', '<p>x<!-- █████ --></p>'],
    ['<p>x</p><style>/* Sommer2024! */</style>', '<p>x</p><style>/* █████ */</style>'],
    ['<p>Sommer&#50;024!</p>', '<p>█████</p>'],
    ['<p>x<template>Sommer2024!</template></p>', '<p>x<template>█████</template></p>'],
    ['<title>Sommer2024!</title><p>x', '<p>x</p>'],
  ])('%s holds the passage nowhere afterwards (S18)', (html, left) => {
    expect(redactHtml(html, ['Sommer2024!', 'aä b'])).toBe(left);
  });

  test.each(['<p>Sommer<i>2024</i>!</p>', `${'<div>'.repeat(2000)}Sommer2024!`])('goes whole where a passage cannot be taken out of it (S18)', (html) => {
    expect(redactHtml(html, ['Sommer2024!'])).toBeNull();
  });

  test('stays as it was sent where there is nothing to take out (S18)', () => {
    expect(redactHtml('<P>Guten Tag', ['Sommer2024!'])).toBe('<P>Guten Tag');
  });
});
