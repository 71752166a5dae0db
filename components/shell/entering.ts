/** Set for a moment when somebody has signed in or joined: the company's page that they come to next lifts its noren. */
export const enteringCookie = "okaeri-entering";
