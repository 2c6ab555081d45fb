import '../../components/ui/tokens.css';
import { readAhead } from '../../lib/ahead';
import { mount } from '../../lib/hooks/mount';
import { App } from './App';

mount(App, { ahead: readAhead() });
