namespace PresenceClient.Emulator.Tool;

/// <summary>The file for the emulator's certificate, without its key.</summary>
internal static class CertificateFile
{
    /// <summary>Writes the certificate as PEM. Returns why it can't be written, or null.</summary>
    public static string? Write(string path, PresenceEmulator emulator)
    {
        try
        {
            File.WriteAllText(path, emulator.Certificate!.ExportCertificatePem() + Environment.NewLine);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot write the certificate to '{path}': {Explain(e, path)} Choose another file with"
                + " --certificate-out.";
        }
    }

    private static string Explain(Exception failure, string path) => failure switch
    {
        _ when Directory.Exists(path) => "it is a folder.",
        DirectoryNotFoundException => "its folder does not exist.",
        UnauthorizedAccessException => "access is denied.",
        _ => failure.Message.TrimEnd('.') + ".",
    };
}
