namespace UngPortal.Platform.Data;

/// <summary>The database can't be used as it is; the message tells the operator what to do and holds nothing personal.</summary>
public sealed class UnusableDatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
