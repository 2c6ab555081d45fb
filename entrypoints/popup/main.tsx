import '../../components/ui/tokens.css';
import { preload } from '../../lib/storage/preload';
import { mount } from '../../lib/ui/mount';
import { App } from './App';

mount(App, { preloaded: preload() });
