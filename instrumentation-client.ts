// Next calls this as one leaves for another page, however that was asked for: by a link, by a script, by the browser's buttons.
export { noteNavigation as onRouterTransitionStart } from "#components/navigation/navigations.ts";
