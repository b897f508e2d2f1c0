package digits.data;

/** Digits that are read, or made, when they are asked for. */
public non-sealed interface DigitStream extends DigitSource {}
