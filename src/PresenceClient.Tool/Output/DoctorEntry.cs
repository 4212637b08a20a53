using System.Text.Json;
using System.Text.Json.Serialization;
using PresenceClient.Http;

namespace PresenceClient.Tool;

/// <summary>What the doctor found, for other programs.</summary>
internal sealed record DoctorEntry
{
    public DoctorEntry(Diagnosis diagnosis)
    {
        Organization = diagnosis.Organization;
        TokenIsReadable = diagnosis.Token is not null;
        SignedInAs = diagnosis.Token is { } token ? token.IsPerson ? "person" : "application" : null;
        TenantId = diagnosis.Token?.TenantId;
        ApplicationId = diagnosis.Token?.ApplicationId;
        Subject = diagnosis.Token?.SubjectName;
        Permissions = diagnosis.Token?.Permissions;
        Missing = diagnosis.Token is null ? null : diagnosis.Missing;
        Operations = [.. diagnosis.Findings.Select(finding => new OperationEntry(finding))];
    }

    public string Organization { get; }

    /// <summary>Whether the token can be decoded. Otherwise its permissions are not known.</summary>
    public bool TokenIsReadable { get; }

    public string? SignedInAs { get; }

    public string? TenantId { get; }

    public string? ApplicationId { get; }

    public string? Subject { get; }

    public IReadOnlyList<string>? Permissions { get; }

    public IReadOnlyList<string>? Missing { get; }

    public IReadOnlyList<OperationEntry> Operations { get; }
}

/// <summary>An operation, for other programs.</summary>
internal sealed record OperationEntry
{
    public OperationEntry(Finding finding)
    {
        GraphOperation operation = finding.Operation;
        Operation = operation.Name;
        Method = operation.Method;
        Path = operation.Path;
        Commands = finding.Commands;
        Allowed = finding.Ability;
        ToGrant = finding.Grant;
    }

    public string Operation { get; }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> Commands { get; }

    public Ability Allowed { get; }

    public string? ToGrant { get; }
}

/// <summary>The generated serializer of <see cref="DoctorEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DoctorEntry))]
internal sealed partial class DoctorJson : JsonSerializerContext;
