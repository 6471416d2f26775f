namespace UngPortal.Platform.Sealing;

/// <summary>The sealing keys can't be used as they are; the message tells the operator which setting or file is wrong and what to do, and holds no key.</summary>
public sealed class UnusableKeysException(string message, Exception? innerException = null) : Exception(message, innerException);
