import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LookUpForm } from '../../../components/lookup/LookUpForm';

afterEach(() => {
  cleanup();
  getSelection()?.removeAllRanges();
});

const kept = '50958\ncall_x9y3zp4mq7r1';
const form = (text?: string) => <LookUpForm busy={false} text={text} onSubmit={() => {}} />;
const box = () => screen.getByRole('searchbox', { name: 'Call ID' });

it('has the text that was kept selected where the user is about to type: what comes next stands for it', () => {
  const { rerender } = render(form());
  box().focus();
  rerender(form(kept));
  expect(box().textContent).toBe(kept);
  expect(getSelection()?.toString()).toBe(kept);
});

it('leaves what was typed before the text that was kept came', () => {
  const { rerender } = render(form());
  box().textContent = '3517893';
  rerender(form(kept));
  expect(box().textContent).toBe('3517893');
});

it('selects nothing where the user is elsewhere', () => {
  const { rerender } = render(form());
  screen.getByRole('button').focus();
  rerender(form(kept));
  expect(box().textContent).toBe(kept);
  expect(getSelection()?.toString()).not.toBe(kept);
});
