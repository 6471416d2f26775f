import { LiveDesk } from './desk/live';

const place = document.querySelector<HTMLElement>('[data-live-hub]');
const news = document.querySelector<HTMLElement>('[data-live-news]');
if (place && news) {
  new LiveDesk(place, news).begin();
}
