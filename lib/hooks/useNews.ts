import { newsItem } from '../storage/items';
import { setStored, useStored } from './useStored';

/** Whether the extension was updated, and what is new has not been seen; and that it was. */
export function useNews() {
  const isUnseen = useStored(newsItem);
  return { isUnseen, onSeen: () => void setStored(newsItem, false) };
}
