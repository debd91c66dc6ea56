/**
 * Passwords that are guessed first. People make them by a few habits: a common word with digits and marks around it, keys
 * that lie side by side, one short piece over and over. A rule for each habit finds more of them than a list could hold.
 */

const words = new Set(
  (
    'password passwort passcode passphrase pass pwd secret letmein welcome welcometo hello helloworld login logon admin ' +
    'administrator root toor user guest test testing tester demo sample example default change changeme changeit temp ' +
    'temporary initial master super superuser supervisor system service server manager account company office internet ' +
    'computer network security secure access monkey dragon tiger lion panther eagle falcon bear wolf shark horse mustang ' +
    'bulldog puppy kitten butterfly princess prince queen king angel angels baby babygirl lovely love loveyou iloveyou ' +
    'iloveu loveme sweetheart honey sunshine moonlight rainbow flower summer winter spring autumn january february march ' +
    'april may june july august september october november december monday tuesday wednesday thursday friday saturday ' +
    'sunday football baseball basketball soccer hockey cricket golf chelsea arsenal liverpool barcelona juventus lakers ' +
    'yankees cowboys rangers batman superman spiderman ironman pokemon pikachu starwars matrix ninja samurai warrior ' +
    'hunter killer shadow ghost phoenix trustno freedom whatever nothing anything qazwsx qwerty qwertz azerty asdf zxcv ' +
    'michael jordan jennifer jessica ashley daniel charlie thomas robert andrew joshua matthew george william james john ' +
    'maria anna nicole michelle amanda samantha hannah thunder lightning diamond silver golden orange banana cherry ' +
    'apple cheese chocolate cookie coffee pepper ginger google facebook microsoft windows android iphone samsung alibaba ' +
    'aliyun alicloud cloud wardenry woaini woaiwo nihao mima zhongguo beijing shanghai china'
  ).split(' '),
);

/** Rows of keys and of characters that are typed one after another. */
const runs = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6y7u8i9o0p',
  '!@#$%^&*()',
];

/** Marks that stand for a letter. */
const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Characters of a run that say nothing by themselves. */
const SHORTEST_RUN = 4;

/** Whether a password is made by one of the habits. */
export function isCommonPassword(password: string): boolean {
  const folded = password.toLowerCase();
  return (
    isCommonWord(folded) || isCommonWord(spelledOut(folded)) || isRepeated(folded) || consistsOfRuns(folded)
  );
}

/** A common word, once or twice, with whatever is no letter in front of it and behind it. */
function isCommonWord(text: string): boolean {
  const word = withoutMarksAround(text);
  const half = word.slice(0, word.length / 2);
  return words.has(word) || (word === half + half && words.has(half));
}

function withoutMarksAround(text: string): string {
  const marks = [...text];
  const first = marks.findIndex(isLetter);
  return first < 0 ? '' : marks.slice(first, marks.findLastIndex(isLetter) + 1).join('');
}

/** `p@ssw0rd` as the word that it stands for; what comes behind the last letter stands for nothing. */
function spelledOut(text: string): string {
  const marks = [...text];
  return marks
    .slice(0, marks.findLastIndex(isLetter) + 1)
    .map(mark => letters[mark] ?? mark)
    .join('');
}

function isLetter(mark: string): boolean {
  return mark >= 'a' && mark <= 'z';
}

/** A piece of at most four characters over and over. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(length => {
    const piece = text.slice(0, length);
    return text.length >= length * 2 && piece.repeat(Math.ceil(text.length / length)).startsWith(text);
  });
}

/** Nothing but runs, each forwards or backwards. */
function consistsOfRuns(text: string): boolean {
  let rest = text;
  while (rest.length > 0) {
    const length = longestRunAtStart(rest);
    if (length < Math.min(SHORTEST_RUN, rest.length)) return false;
    rest = rest.slice(length);
  }
  return true;
}

function longestRunAtStart(text: string): number {
  const lengths = [...runs, ...backwards].map(run => {
    const at = run.indexOf(text.charAt(0));
    let length = 0;
    while (at >= 0 && at + length < run.length && run.charAt(at + length) === text.charAt(length))
      length += 1;
    return length;
  });
  return Math.max(...lengths);
}

const backwards = runs.map(run => [...run].reverse().join(''));
