using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using UngPortal.Kernel;

namespace UngPortal.Platform.Data;

/// <summary>Every stored time is UTC and comes back saying so.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary>A text in several languages is one JSON column.</summary>
public sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, JsonColumn.Options),
    json => JsonSerializer.Deserialize<LocalizedText>(json, JsonColumn.Options) ?? new LocalizedText());

/// <summary>Two texts are equal when all their versions are.</summary>
public sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
    (a, b) => JsonColumn.Same(a, b),
    text => JsonSerializer.Serialize(text, JsonColumn.Options).GetHashCode(StringComparison.Ordinal),
    text => new LocalizedText(text));

/// <summary>A small value kept as one JSON column and never queried inside.</summary>
public sealed class JsonColumnConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonColumn.Options),
    json => JsonSerializer.Deserialize<T>(json, JsonColumn.Options)!)
    where T : class;

/// <summary>Compares JSON columns by their text.</summary>
public sealed class JsonColumnComparer<T>() : ValueComparer<T>(
    (a, b) => JsonColumn.Same(a, b),
    value => JsonSerializer.Serialize(value, JsonColumn.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, JsonColumn.Options), JsonColumn.Options)!)
    where T : class;
