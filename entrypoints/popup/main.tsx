import '../../components/ui/tokens.css';
import { mount } from '../../lib/hooks/mount';
import { askAhead } from '../../lib/hooks/queries';
import { App } from './App';

mount(App, { ahead: askAhead });
