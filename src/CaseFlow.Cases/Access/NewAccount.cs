using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Access;

/// <summary>What is asked for a new account. The mail address is also the user name.</summary>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
public sealed record NewAccount(string Email, string DisplayName, string Title, string Password, string Language = "sv");

internal sealed class NewAccountValidator : AbstractValidator<NewAccount>
{
    public static NewAccountValidator Instance { get; } = new();

    private NewAccountValidator()
    {
        RuleFor(a => a.Email).Line(256).MailAddress();
        RuleFor(a => a.DisplayName).Needed().Line(200).NoPersonalNumber();
        RuleFor(a => a.Title).Line(200).NoPersonalNumber();
        RuleFor(a => a.Password).Must(p => p is { Length: >= AccountRules.PasswordLength }).WithErrorCode("InputLength").WithState(_ => AccountRules.PasswordLength);
        RuleFor(a => a.Password).Text(256);
        RuleFor(a => a.Password).Must((a, p) => p is null || !AccountRules.IsGuessable(p, a.Email ?? "")).WithErrorCode("InputGuessable");
        RuleFor(a => a.Language).Must(l => l is "sv" or "en").WithErrorCode("InputLanguage");
    }
}

/// <summary>Makes the row of an account inside a unit of work.</summary>
internal static class AccountRows
{
    public static Account Create(ProcessUnit unit, NewAccount input, IPasswordHasher<Account> passwords)
    {
        var account = new Account
        {
            Id = unit.Ids.Next().ToString("N"),
            UserName = input.Email,
            NormalizedUserName = input.Email.ToUpperInvariant(),
            Email = input.Email,
            NormalizedEmail = input.Email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            DisplayName = input.DisplayName,
            Title = input.Title,
            Language = input.Language,
            CreatedAt = unit.Now,
            SecurityStamp = Stamp(unit),
            ConcurrencyStamp = Stamp(unit),
        };
        account.PasswordHash = passwords.HashPassword(account, input.Password);
        unit.Db.Users.Add(account);
        return account;
    }

    public static Task<bool> IsTaken(ProcessUnit unit, string email, CancellationToken ct)
    {
        var normalized = email.ToUpperInvariant();
        return unit.Db.Users.AnyAsync(a => a.NormalizedUserName == normalized, ct);
    }

    /// <summary>A new stamp signs the account out everywhere.</summary>
    public static string Stamp(ProcessUnit unit) => unit.Ids.Next().ToString("N");

    public static void Log(ProcessUnit unit, string useCase, string code, string target) => unit.Db.Add(new SecurityEvent
    {
        Id = unit.Ids.Next(),
        At = unit.Now,
        AccountId = unit.Actor.AccountId,
        UseCase = useCase,
        Code = code,
        Target = target,
    });
}
