using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions;

/// <summary>What a question and its thread say, for somebody who may read it now, or could when they began to write, and must keep it elsewhere.</summary>
public sealed class QuestionCopies(QuestionDesk desk, IDataProtectionProvider protection)
{
    /// <summary>As long as a sign-in lasts at most.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromHours(10);

    private readonly IDataProtector _protector = protection.CreateProtector("question-copy");

    /// <summary>Shows later that this person could read the question now.</summary>
    public string ProofFor(Guid id, StaffIdentity person) => _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(desk.Now + ProofLasts).Ticks}|{id:N}|{person.Id}"));

    /// <summary>Null when the question isn't there or is not for this person, and was not when the proof was made.</summary>
    public async Task<Copy?> ReadAsync(Guid id, string? proof, StaffIdentity person, CancellationToken cancellationToken)
    {
        using var opened = IsProven(id, proof, person) ? await desk.OpenUncheckedAsync(id, cancellationToken) : await desk.OpenAsync(id, person, cancellationToken);
        if (opened is null)
        {
            return null;
        }

        string[] parts = [.. opened.Before.Select(before => before.Question), opened.Text, opened.Texts.AdditionOf(opened.Question)];
        return new Copy(string.Join("\n\n", parts.Where(part => part.Length > 0)), opened.Thread.Age, opened.Question.AskedAt);
    }

    private bool IsProven(Guid id, string? proof, StaffIdentity person)
    {
        try
        {
            return proof is not null && _protector.Unprotect(proof).Split('|') is [var until, var question, var staff]
                && long.Parse(until, CultureInfo.InvariantCulture) > desk.Now.Ticks && question == id.ToString("N") && staff == person.Id.ToString(CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <param name="Text">Everything the asker wrote, the oldest first; empty when nothing is left of it.</param>
    /// <param name="Age">The age that was chosen; <see cref="QuestionThread.UnderAge"/> for everyone younger.</param>
    /// <param name="AskedAt">When the question was asked, UTC.</param>
    public sealed record Copy(string Text, int Age, DateTime AskedAt);
}
