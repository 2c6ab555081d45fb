import { askOnPointItem } from '../storage/items';
import { setStored, useStored } from './useStored';

const setAskOnPoint = (on: boolean) => void setStored(askOnPointItem, on);

/** Whether the providers are asked only about IDs the user points at. */
export const useAskOnPoint = () => ({ askOnPoint: useStored(askOnPointItem), setAskOnPoint });
