export function packagesAreStale(root: string): boolean;
export function installPackages(root: string, tell: (line: string) => void): Promise<void>;
export function usableNode(root: string): string;
