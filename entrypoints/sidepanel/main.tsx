import '../../components/ui/tokens.css';
import { mount } from '../../lib/mount';
import { App } from './App';

mount(App);
