import '../../components/ui/tokens.css';
import { mount } from '../../lib/hooks/mount';
import { readAhead } from '../../lib/hooks/queries';
import { App } from './App';

mount(App, { ahead: readAhead });
