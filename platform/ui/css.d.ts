// Style sheets imported for their effect.
declare module '*.css';
