import '../../components/ui/tokens.css';
import { readAhead } from '../../lib/storage/preload';
import { mount } from '../../lib/ui/mount';
import { App } from './App';

mount(App, { ahead: readAhead() });
