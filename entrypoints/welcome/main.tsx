import '../../components/ui/tokens.css';
import { i18n } from '#i18n';
import { mount } from '../../lib/ui/mount';
import { App } from './App';

mount(App, { title: () => i18n.t('welcome.steps') });
