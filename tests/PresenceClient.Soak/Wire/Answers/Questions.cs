using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Kinds of questions that only some answers fit.</summary>
internal static class Questions
{
    /// <summary>The right answer has a body.</summary>
    public static bool HasBody(QuestionKind kind) => kind != QuestionKind.Write;

    /// <summary>The right answer is a page.</summary>
    public static bool IsPaged(QuestionKind kind) => kind
        is QuestionKind.ReadMany or QuestionKind.ReadManyPage or QuestionKind.ListUsers or QuestionKind.ListUsersPage;

    public static bool IsReadMany(QuestionKind kind) => kind is QuestionKind.ReadMany or QuestionKind.ReadManyPage;

    public static bool IsRead(QuestionKind kind) => kind is QuestionKind.Read or QuestionKind.ReadMe;

    /// <summary>The client knows the user, so that it can tell the presence of another one.</summary>
    public static bool NamesUser(QuestionKind kind) => kind == QuestionKind.Read;
}
