import { ahead } from '../../lib/ahead';
import '../../components/ui/tokens.css';
import { mount } from '../../lib/hooks/mount';
import { App } from './App';

mount(App, { ahead });
