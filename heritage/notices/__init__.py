"""What officers are told: made where it happens, shown in the CMS, mailed by the worker."""
